"""Integration with the desktop: tray, autostart, portal, single instance, global key."""
