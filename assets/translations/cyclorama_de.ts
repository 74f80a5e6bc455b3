<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>A virtual background for every meeting program, computed on this computer only.</source>
        <translation>Ein virtueller Hintergrund für jedes Meeting-Programm, nur auf diesem Computer berechnet.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>For a bug report: no pictures, no file names</source>
        <translation>Für einen Fehlerbericht: keine Bilder, keine Dateinamen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Cyclorama, its pictures and its model: Apache-2.0</source>
        <translation>Cyclorama, seine Bilder und sein Modell: Apache-2.0</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Your camera is off; others see a still picture</source>
        <translation>Ihre Kamera ist aus; andere sehen ein Standbild</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Others see the last picture</source>
        <translation>Andere sehen das letzte Bild</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Camera and result side by side</source>
        <translation>Kamera und Ergebnis nebeneinander</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Show what is kept in white</source>
        <translation>Zeigt in Weiß, was erhalten bleibt</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Flip the picture for you only</source>
        <translation>Spiegelt das Bild nur für Sie</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Only the picture</source>
        <translation>Nur das Bild</translation>
    </message>
    <message>
        <source>Others see</source>
        <translation>Für andere</translation>
    </message>
    <message>
        <source>My view</source>
        <translation>Für mich</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>No virtual camera installed.</source>
        <translation>Keine virtuelle Kamera installiert.</translation>
    </message>
    <message>
        <source>In use by {programs}.</source>
        <translation>Wird verwendet von {programs}.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Where do I choose it?</source>
        <translation>Wo wähle ich sie aus?</translation>
    </message>
</context>
<context>
    <name>AdjustPage</name>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Bildausschnitt</translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Studio light</source>
        <translation>Studiolicht</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>Namensschild</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Adjustments reset</source>
        <translation>Anpassungen zurückgesetzt</translation>
    </message>
    <message>
        <source>No effect while no background is chosen.</source>
        <translation>Ohne Hintergrund wirkungslos.</translation>
    </message>
    <message>
        <source>Choose a picture, a video or a colour as background to use this.</source>
        <translation>Wählen Sie dafür ein Bild, ein Video oder eine Farbe als Hintergrund.</translation>
    </message>
    <message>
        <source>Turn up the key light to use this.</source>
        <translation>Stellen Sie dafür das Hauptlicht stärker ein.</translation>
    </message>
    <message>
        <source>Zoom in to use this.</source>
        <translation>Nur bei Zoom verfügbar.</translation>
    </message>
    <message>
        <source>“Follow my face” chooses the position.</source>
        <translation>„Meinem Gesicht folgen“ bestimmt die Position.</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>The window&apos;s settings were damaged. Gallery and theme start anew.</source>
        <translation>Die Einstellungen des Fensters waren beschädigt. Galerie und Farben beginnen neu.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {path}.</source>
        <translation>Die beschädigte Datei liegt unter {path}.</translation>
    </message>
</context>
<context>
    <name>BackgroundOptions</name>
    <message>
        <source>Blur strength</source>
        <translation>Stärke der Unschärfe</translation>
    </message>
    <message>
        <source>Picture fit</source>
        <translation>Bildanpassung</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>Bild füllen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Ganzes Bild zeigen</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>Your real background is visible.</source>
        <translation>Ihr echter Hintergrund ist sichtbar.</translation>
    </message>
    <message>
        <source>Night blue</source>
        <translation>Nachtblau</translation>
    </message>
    <message>
        <source>Forest green</source>
        <translation>Waldgrün</translation>
    </message>
    <message>
        <source>Clay brown</source>
        <translation>Tonbraun</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>Leinen</translation>
    </message>
    <message>
        <source>Paper white</source>
        <translation>Papierweiß</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Andere Farbe …</translation>
    </message>
</context>
<context>
    <name>Backgrounds</name>
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Light blur</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Strong blur</source>
        <translation>Sehr unscharf</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <source>Bookshelf</source>
        <translation>Bücherregal</translation>
    </message>
    <message>
        <source>Bright window</source>
        <translation>Helles Fenster</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Leinwand</translation>
    </message>
    <message>
        <source>City dusk</source>
        <translation>Abendstadt</translation>
    </message>
    <message>
        <source>Evening lights</source>
        <translation>Abendlichter</translation>
    </message>
    <message>
        <source>Home office</source>
        <translation>Arbeitszimmer</translation>
    </message>
    <message>
        <source>Leaf shadows</source>
        <translation>Laubschatten</translation>
    </message>
    <message>
        <source>Misty hills</source>
        <translation>Nebelhügel</translation>
    </message>
    <message>
        <source>Plaster wall</source>
        <translation>Putzwand</translation>
    </message>
    <message>
        <source>Slow waves</source>
        <translation>Ruhige Wellen</translation>
    </message>
    <message>
        <source>Soft gradient</source>
        <translation>Sanfter Verlauf</translation>
    </message>
    <message>
        <source>Studio grey</source>
        <translation>Studiograu</translation>
    </message>
    <message>
        <source>Warm lamp</source>
        <translation>Warme Lampe</translation>
    </message>
</context>
<context>
    <name>BackgroundsPage</name>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Nothing here yet. Click the star on a picture to add it.</source>
        <translation>Noch leer. Klicken Sie auf den Stern eines Bildes.</translation>
    </message>
    <message>
        <source>Drop or paste your own pictures and videos here.</source>
        <translation>Ziehen Sie eigene Bilder und Videos hierher oder fügen Sie sie ein.</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>Bilder und Videos hinzufügen</translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>Bilder und Videos</translation>
    </message>
    <message>
        <source>{title} removed</source>
        <translation>{title} entfernt</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>{title} is already in the gallery</source>
        <translation>{title} ist bereits in der Galerie</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n konnte nicht gelesen werden</numerusform>
            <numerusform>%n konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} can&apos;t be read</source>
        <translation>{title} kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file is damaged, was moved or has an unknown format.</source>
        <translation>Die Datei ist beschädigt, wurde verschoben oder hat ein unbekanntes Format.</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n removed background(s)</source>
        <translation>
            <numerusform>%n entfernten Hintergrund zurückholen</numerusform>
            <numerusform>%n entfernte Hintergründe zurückholen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>%n weitere Meldung</numerusform>
            <numerusform>%n weitere Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the fix for {title}</source>
        <translation>Lösung für {title} kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CleanPlateBox</name>
    <message>
        <source>Two seconds of the background without you show what is you, and what you hold.</source>
        <translation>Zwei Sekunden Hintergrund ohne Sie zeigen, was zu Ihnen gehört und was Sie in der Hand halten.</translation>
    </message>
    <message>
        <source>Step out of the picture</source>
        <translation>Aus dem Bild treten</translation>
    </message>
    <message>
        <source>Keep the clean plate</source>
        <translation>Leeraufnahme behalten</translation>
    </message>
    <message>
        <source>Delete the clean plate</source>
        <translation>Leeraufnahme löschen</translation>
    </message>
    <message>
        <source>It is kept on this computer, where only you can read it.</source>
        <translation>Sie liegt auf diesem Computer, wo nur Sie sie lesen können.</translation>
    </message>
    <message>
        <source>It is a picture of your home: forgotten when Cyclorama ends, unless you keep it.</source>
        <translation>Sie ist ein Bild Ihres Zuhauses: vergessen, wenn Cyclorama endet, falls Sie sie nicht behalten.</translation>
    </message>
    <message>
        <source>Step out: {seconds} s</source>
        <translation>Treten Sie hinaus: {seconds} s</translation>
    </message>
    <message>
        <source>Stay out: {percent} %</source>
        <translation>Bleiben Sie draußen: {percent} %</translation>
    </message>
    <message>
        <source>Leave the picture, and leave the camera as it is.</source>
        <translation>Verlassen Sie das Bild und lassen Sie die Kamera, wie sie ist.</translation>
    </message>
    <message>
        <source>The clean plate is in use.</source>
        <translation>Die Leeraufnahme ist in Gebrauch.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the window?</source>
        <translation>Fenster schließen?</translation>
    </message>
    <message>
        <source>You are on air</source>
        <translation>Sie sind auf Sendung</translation>
    </message>
    <message>
        <source>If you quit, your picture disappears from the meeting.</source>
        <translation>Beim Beenden verschwindet Ihr Bild aus dem Meeting.</translation>
    </message>
    <message>
        <source>Always do this</source>
        <translation>Immer so vorgehen</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The window&apos;s settings can&apos;t be saved</source>
        <translation>Die Einstellungen des Fensters können nicht gespeichert werden</translation>
    </message>
    <message>
        <source>No camera found. The demo clip is playing.</source>
        <translation>Keine Kamera gefunden. Das Demovideo läuft.</translation>
    </message>
    <message>
        <source>Connect a camera; everything else can be tried meanwhile.</source>
        <translation>Schließen Sie eine Kamera an; alles andere können Sie schon ausprobieren.</translation>
    </message>
    <message>
        <source>Set-up says what to do.</source>
        <translation>Die Einrichtung sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
</context>
<context>
    <name>DeviceMenu</name>
    <message>
        <source>Camera and picture</source>
        <translation>Kamera und Bild</translation>
    </message>
    <message>
        <source>{camera}: choose camera, resolution and virtual camera</source>
        <translation>{camera}: Kamera, Auflösung und virtuelle Kamera wählen</translation>
    </message>
    <message>
        <source>Camera {name}</source>
        <translation>Kamera {name}</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Demo clip</source>
        <translation>Demovideo</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>Virtuelle Kamera</translation>
    </message>
    <message>
        <source>Not installed – set up…</source>
        <translation>Nicht installiert – einrichten …</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Keine Kamera</translation>
    </message>
    <message>
        <source>{name} connected</source>
        <translation>{name} angeschlossen</translation>
    </message>
    <message>
        <source>Use this camera</source>
        <translation>Diese Kamera verwenden</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;{name}&apos; is not a valid model name</source>
        <translation>„{name}“ ist kein gültiger Modellname</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>180</source>
        <translation>180</translation>
    </message>
    <message>
        <source>270</source>
        <translation>270</translation>
    </message>
    <message>
        <source>90</source>
        <translation>90</translation>
    </message>
    <message>
        <source>A line of text in a corner of the picture; empty for none.</source>
        <translation>Eine Zeile Text in einer Ecke des Bildes; leer für keine.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Brighten dark areas</source>
        <translation>Dunkle Bereiche aufhellen</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera format</source>
        <translation>Kameraformat</translation>
    </message>
    <message>
        <source>Camera permission</source>
        <translation>Kamerazugriff</translation>
    </message>
    <message>
        <source>Camera portal</source>
        <translation>Kamera-Portal</translation>
    </message>
    <message>
        <source>Clean up specks</source>
        <translation>Flecken entfernen</translation>
    </message>
    <message>
        <source>Colour of the green screen as #RRGGBB; auto finds it in the picture.</source>
        <translation>Farbe des Greenscreens als #RRGGBB; auto findet sie im Bild.</translation>
    </message>
    <message>
        <source>Compute the mask for every second frame only.</source>
        <translation>Berechnet die Maske nur für jedes zweite Bild.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Device that meeting programs show; auto takes the first.</source>
        <translation>Gerät, das Meeting-Programme zeigen; auto nimmt das erste.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Fedora&apos;s Firefox shows PipeWire cameras and may not show v4l2loopback ones</source>
        <translation>Fedoras Firefox zeigt PipeWire-Kameras, aber v4l2loopback-Kameras eventuell nicht</translation>
    </message>
    <message>
        <source>File with a small picture beside the name, or alone; empty for none.</source>
        <translation>Datei mit einem kleinen Bild neben dem Namen oder allein; leer für keines.</translation>
    </message>
    <message>
        <source>Fine edges</source>
        <translation>Feine Kanten</translation>
    </message>
    <message>
        <source>Flip yourself left to right for others; the background stays readable.</source>
        <translation>Spiegelt Sie für andere; der Hintergrund bleibt lesbar.</translation>
    </message>
    <message>
        <source>Follow hair and fingers at full resolution.</source>
        <translation>Folgt Haaren und Fingern in voller Auflösung.</translation>
    </message>
    <message>
        <source>Follow my face</source>
        <translation>Meinem Gesicht folgen</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Horizontal position</source>
        <translation>Horizontale Position</translation>
    </message>
    <message>
        <source>How a picture fills the frame.</source>
        <translation>Wie ein Bild den Rahmen füllt.</translation>
    </message>
    <message>
        <source>How far your brightness and colours follow the chosen picture&apos;s light.</source>
        <translation>Wie weit Ihre Helligkeit und Farben dem Licht des gewählten Bildes folgen.</translation>
    </message>
    <message>
        <source>How much closer you are shown.</source>
        <translation>Wie viel näher Sie gezeigt werden.</translation>
    </message>
    <message>
        <source>How much dark areas are lifted.</source>
        <translation>Wie stark dunkle Bereiche aufgehellt werden.</translation>
    </message>
    <message>
        <source>How much of the background&apos;s light falls on your edges.</source>
        <translation>Wie viel Licht des Hintergrunds auf Ihre Kanten fällt.</translation>
    </message>
    <message>
        <source>How much soft light falls on you from one side.</source>
        <translation>Wie viel weiches Licht von einer Seite auf Sie fällt.</translation>
    </message>
    <message>
        <source>How strongly the mask is smoothed over time where nothing moves; 0 turns it off.</source>
        <translation>Wie stark die Maske zeitlich geglättet wird, wo sich nichts bewegt; 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Index, stable id, path or name of the camera; auto takes the first.</source>
        <translation>Nummer, feste Kennung, Pfad oder Name der Kamera; auto nimmt die erste.</translation>
    </message>
    <message>
        <source>Keep your face in the middle while zoomed in.</source>
        <translation>Hält Ihr Gesicht beim Zoomen in der Mitte.</translation>
    </message>
    <message>
        <source>Key colour</source>
        <translation>Schlüsselfarbe</translation>
    </message>
    <message>
        <source>Key light</source>
        <translation>Hauptlicht</translation>
    </message>
    <message>
        <source>Light comes from</source>
        <translation>Licht kommt von</translation>
    </message>
    <message>
        <source>Light wrap</source>
        <translation>Lichtsaum</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Firmenlogo</translation>
    </message>
    <message>
        <source>Make the camera picture cooler or warmer.</source>
        <translation>Macht das Kamerabild kühler oder wärmer.</translation>
    </message>
    <message>
        <source>Make the camera picture darker or brighter.</source>
        <translation>Macht das Kamerabild dunkler oder heller.</translation>
    </message>
    <message>
        <source>Make the camera picture softer or stronger.</source>
        <translation>Macht das Kamerabild weicher oder kräftiger.</translation>
    </message>
    <message>
        <source>Match the background</source>
        <translation>An Hintergrund angleichen</translation>
    </message>
    <message>
        <source>Matting</source>
        <translation>Freistellen</translation>
    </message>
    <message>
        <source>Mirror for others</source>
        <translation>Für andere spiegeln</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name or path of the segmentation model; auto chooses the installed one that fits the camera picture.</source>
        <translation>Name oder Pfad des Segmentierungsmodells; auto wählt das installierte, das zum Kamerabild passt.</translation>
    </message>
    <message>
        <source>Name tag</source>
        <translation>Namensschild</translation>
    </message>
    <message>
        <source>Not compiled for this computer. Everything works, more slowly.</source>
        <translation>Nicht für diesen Computer kompiliert. Alles funktioniert, nur langsamer.</translation>
    </message>
    <message>
        <source>OBS is installed</source>
        <translation>OBS ist installiert</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not active yet</source>
        <translation>Die virtuelle Kamera von OBS ist noch nicht aktiv</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not installed</source>
        <translation>Die virtuelle Kamera von OBS ist nicht installiert</translation>
    </message>
    <message>
        <source>Of the output, in frames per second.</source>
        <translation>Der Ausgabe, in Bildern pro Sekunde.</translation>
    </message>
    <message>
        <source>Of the output, in pixels.</source>
        <translation>Der Ausgabe, in Pixeln.</translation>
    </message>
    <message>
        <source>OpenVINO can&apos;t load model {model}, which may be damaged</source>
        <translation>OpenVINO kann das Modell {model} nicht laden, es ist vielleicht beschädigt</translation>
    </message>
    <message>
        <source>Paddle can&apos;t be imported ({reason})</source>
        <translation>Paddle kann nicht geladen werden ({reason})</translation>
    </message>
    <message>
        <source>Paddle can&apos;t load model {model}, which may be damaged</source>
        <translation>Paddle kann das Modell {model} nicht laden, es ist vielleicht beschädigt</translation>
    </message>
    <message>
        <source>Paddle can&apos;t run model {model}</source>
        <translation>Paddle kann das Modell {model} nicht ausführen</translation>
    </message>
    <message>
        <source>Paddle crashes on model {model}, which is damaged</source>
        <translation>Paddle stürzt bei Modell {model} ab, es ist beschädigt</translation>
    </message>
    <message>
        <source>Paddle does not finish with model {model}</source>
        <translation>Paddle wird mit Modell {model} nicht fertig</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Picture fit</source>
        <translation>Bildanpassung</translation>
    </message>
    <message>
        <source>PipeWire</source>
        <translation>PipeWire</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t installed; it offers a virtual camera without a driver</source>
        <translation>PipeWire ist nicht installiert; damit gibt es eine virtuelle Kamera ohne Treiber</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t running</source>
        <translation>PipeWire läuft nicht</translation>
    </message>
    <message>
        <source>PipeWire {version} is running; its camera needs no driver</source>
        <translation>PipeWire {version} läuft; seine Kamera braucht keinen Treiber</translation>
    </message>
    <message>
        <source>Portrait camera</source>
        <translation>Hochkant-Kamera</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Remove small regions that are not part of a person.</source>
        <translation>Entfernt kleine Bereiche, die nicht zu einer Person gehören.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Save power</source>
        <translation>Strom sparen</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>Secure Boot</translation>
    </message>
    <message>
        <source>Secure Boot is on, so the kernel only loads modules signed with a key you enrolled</source>
        <translation>Secure Boot ist aktiv, daher lädt der Kernel nur Module, die mit einem von Ihnen registrierten Schlüssel signiert sind</translation>
    </message>
    <message>
        <source>Side of the picture, as others see it.</source>
        <translation>Seite des Bildes, wie andere es sehen.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Test picture</source>
        <translation>Testbild</translation>
    </message>
    <message>
        <source>The picture, colour or blur around you.</source>
        <translation>Bild, Farbe oder Unschärfe um Sie herum.</translation>
    </message>
    <message>
        <source>Treat the camera picture as upright even if it is wider than high.</source>
        <translation>Behandelt das Kamerabild als hochkant, auch wenn es breiter als hoch ist.</translation>
    </message>
    <message>
        <source>Turn camera off when unused</source>
        <translation>Kamera bei Nichtgebrauch ausschalten</translation>
    </message>
    <message>
        <source>Turn the camera off while no program shows the picture.</source>
        <translation>Schaltet die Kamera aus, solange kein Programm das Bild zeigt.</translation>
    </message>
    <message>
        <source>Turn the camera picture clockwise.</source>
        <translation>Dreht das Kamerabild im Uhrzeigersinn.</translation>
    </message>
    <message>
        <source>Unity Capture is installed</source>
        <translation>Unity Capture ist installiert</translation>
    </message>
    <message>
        <source>Unity Capture is not registered</source>
        <translation>Unity Capture ist nicht registriert</translation>
    </message>
    <message>
        <source>Vertical position</source>
        <translation>Vertikale Position</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>Virtuelle Kamera</translation>
    </message>
    <message>
        <source>Virtual camera driver</source>
        <translation>Treiber der virtuellen Kamera</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>What computes the mask.</source>
        <translation>Womit die Maske berechnet wird.</translation>
    </message>
    <message>
        <source>What gives way when the machine is overloaded: auto also saves on battery and in heat, saving does so always.</source>
        <translation>Was bei Überlastung zurücktritt: auto spart auch im Akkubetrieb und bei Hitze, saving immer.</translation>
    </message>
    <message>
        <source>What is asked of the camera.</source>
        <translation>Was von der Kamera verlangt wird.</translation>
    </message>
    <message>
        <source>What the mask is computed in; auto takes bf16 for videos where the processor has it, f32 for pictures.</source>
        <translation>Worin die Maske berechnet wird; auto nimmt bf16 für Videos, wenn der Prozessor es kann, und f32 für Bilder.</translation>
    </message>
    <message>
        <source>Where name and logo are, as others see it.</source>
        <translation>Wo Name und Logo stehen, wie andere es sehen.</translation>
    </message>
    <message>
        <source>Which part is shown while zoomed in.</source>
        <translation>Welcher Teil beim Zoomen gezeigt wird.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Windows doesn&apos;t let programs use the camera</source>
        <translation>Windows erlaubt Programmen den Zugriff auf die Kamera nicht</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>`{program} devices` lists them</source>
        <translation>`{program} devices` listet sie auf</translation>
    </message>
    <message>
        <source>`{program} doctor` says what is missing</source>
        <translation>`{program} doctor` sagt, was fehlt</translation>
    </message>
    <message>
        <source>a model {model} is installed already</source>
        <translation>das Modell {model} ist bereits installiert</translation>
    </message>
    <message>
        <source>a person is in the picture</source>
        <translation>es ist eine Person im Bild</translation>
    </message>
    <message>
        <source>a picture of {width}x{height} does not fit into a {ending} file</source>
        <translation>ein Bild von {width}x{height} passt nicht in eine {ending}-Datei</translation>
    </message>
    <message>
        <source>a std is not positive</source>
        <translation>ein std ist nicht positiv</translation>
    </message>
    <message>
        <source>allow it in the privacy settings</source>
        <translation>erlauben Sie es in den Datenschutzeinstellungen</translation>
    </message>
    <message>
        <source>alpha on modest machines</source>
        <translation>Alpha auf schwächeren Computern</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>bottom-left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom-right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>browsers don&apos;t list this device because it offers capture and output at once</source>
        <translation>Browser listen dieses Gerät nicht auf, weil es Aufnahme und Ausgabe zugleich anbietet</translation>
    </message>
    <message>
        <source>browsers don&apos;t list {path}</source>
        <translation>Browser zeigen {path} nicht</translation>
    </message>
    <message>
        <source>browsers list this device while it is in use</source>
        <translation>Browser listen dieses Gerät auf, solange es verwendet wird</translation>
    </message>
    <message>
        <source>can&apos;t delete {path}: {reason}</source>
        <translation>{path} kann nicht gelöscht werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t keep an alpha as {name}</source>
        <translation>Alpha kann nicht als {name} gespeichert werden</translation>
    </message>
    <message>
        <source>can&apos;t make the folder {folder}: {reason}</source>
        <translation>der Ordner {folder} kann nicht angelegt werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t open {path}: {reason}</source>
        <translation>{path} kann nicht geöffnet werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t read the picture {path}: {reason}</source>
        <translation>das Bild {path} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t read {path}: {reason}</source>
        <translation>{path} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write a picture as {name}</source>
        <translation>ein Bild kann nicht als {name} geschrieben werden</translation>
    </message>
    <message>
        <source>can&apos;t write a video as {name}</source>
        <translation>ein Video kann nicht als {name} geschrieben werden</translation>
    </message>
    <message>
        <source>can&apos;t write an animation as {name}</source>
        <translation>eine Animation kann nicht als {name} geschrieben werden</translation>
    </message>
    <message>
        <source>can&apos;t write to the folder {path}: {reason}</source>
        <translation>in den Ordner {path} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write to {folder}: {reason}</source>
        <translation>in {folder} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write to {name}: {reason}</source>
        <translation>in {name} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>can&apos;t write {path}: {reason}</source>
        <translation>{path} kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>change the answer in the privacy settings</source>
        <translation>ändern Sie die Antwort in den Datenschutzeinstellungen</translation>
    </message>
    <message>
        <source>check its name and rights</source>
        <translation>prüfen Sie Name und Rechte</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>prüfen Sie die Berechtigungen</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>prüfen Sie den Datenträger</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>check your connection and try again</source>
        <translation>prüfen Sie Ihre Verbindung und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>choose PipeWire as the virtual camera</source>
        <translation>wählen Sie PipeWire als virtuelle Kamera</translation>
    </message>
    <message>
        <source>choose a background first</source>
        <translation>wählen Sie zuerst einen Hintergrund</translation>
    </message>
    <message>
        <source>choose a v4l2loopback device</source>
        <translation>wählen Sie ein v4l2loopback-Gerät</translation>
    </message>
    <message>
        <source>choose another model</source>
        <translation>wählen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>choose another model or runtime</source>
        <translation>wählen Sie ein anderes Modell oder eine andere Laufzeit</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>choose another one</source>
        <translation>wählen Sie etwas anderes</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>choose it in the window, or say `ctl background none`</source>
        <translation>wählen Sie es im Fenster oder mit `ctl background none`</translation>
    </message>
    <message>
        <source>clean-plate</source>
        <translation>Leeraufnahme</translation>
    </message>
    <message>
        <source>close a program that uses one</source>
        <translation>schließen Sie ein Programm, das eine verwendet</translation>
    </message>
    <message>
        <source>close every program that uses it, then load the driver again</source>
        <translation>schließen Sie alle Programme, die sie verwenden, und laden Sie den Treiber neu</translation>
    </message>
    <message>
        <source>close it there</source>
        <translation>schließen Sie sie dort</translation>
    </message>
    <message>
        <source>close other programs that use it, or allow access to it</source>
        <translation>schließen Sie andere Programme, die sie verwenden, oder erlauben Sie den Zugriff</translation>
    </message>
    <message>
        <source>close the other one first</source>
        <translation>schließen Sie zuerst die andere</translation>
    </message>
    <message>
        <source>close {readers} and start again</source>
        <translation>schließen Sie {readers} und starten Sie erneut</translation>
    </message>
    <message>
        <source>composing failed ({reason})</source>
        <translation>die Komposition ist fehlgeschlagen ({reason})</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>Komposition</translation>
    </message>
    <message>
        <source>connect a camera, or try the demo clip</source>
        <translation>schließen Sie eine Kamera an oder testen Sie mit dem Demovideo</translation>
    </message>
    <message>
        <source>contain</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <source>convert it to MP4 with another program</source>
        <translation>wandeln Sie es mit einem anderen Programm in MP4 um</translation>
    </message>
    <message>
        <source>copy it again</source>
        <translation>kopieren Sie es erneut</translation>
    </message>
    <message>
        <source>copy it again or use another one</source>
        <translation>kopieren Sie es erneut oder verwenden Sie ein anderes</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>defaults apply</source>
        <translation>es gelten die Standardwerte</translation>
    </message>
    <message>
        <source>delete it by hand</source>
        <translation>löschen Sie es von Hand</translation>
    </message>
    <message>
        <source>delete it to accept the next downloads as they are</source>
        <translation>löschen Sie sie, um die nächsten Downloads ungeprüft zu übernehmen</translation>
    </message>
    <message>
        <source>delete it yourself</source>
        <translation>löschen Sie die Datei selbst</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
        <source>don&apos;t use it</source>
        <translation>verwenden Sie es nicht</translation>
    </message>
    <message>
        <source>don&apos;t use it, and tell its publisher</source>
        <translation>verwenden Sie es nicht und informieren Sie den Herausgeber</translation>
    </message>
    <message>
        <source>download it again</source>
        <translation>laden Sie es erneut herunter</translation>
    </message>
    <message>
        <source>download it from its publisher</source>
        <translation>laden Sie es beim Herausgeber herunter</translation>
    </message>
    <message>
        <source>download it with: {program} models get {model}</source>
        <translation>laden Sie es herunter mit: {program} models get {model}</translation>
    </message>
    <message>
        <source>download one with: {program} models get {model}</source>
        <translation>laden Sie eines herunter mit: {program} models get {model}</translation>
    </message>
    <message>
        <source>download one, or give a trimap</source>
        <translation>laden Sie eines herunter oder geben Sie eine Trimap an</translation>
    </message>
    <message>
        <source>download or import it again</source>
        <translation>laden oder importieren Sie es erneut</translation>
    </message>
    <message>
        <source>download or import it again, or choose another</source>
        <translation>laden oder importieren Sie es erneut oder wählen Sie ein anderes</translation>
    </message>
    <message>
        <source>download or import it again; it may be damaged</source>
        <translation>laden oder importieren Sie es erneut; es ist vielleicht beschädigt</translation>
    </message>
    <message>
        <source>download or import the model again</source>
        <translation>laden oder importieren Sie das Modell erneut</translation>
    </message>
    <message>
        <source>download or import the model again, or choose another</source>
        <translation>laden oder importieren Sie das Modell erneut oder wählen Sie ein anderes</translation>
    </message>
    <message>
        <source>downloading {file} failed: {reason}</source>
        <translation>{file} konnte nicht heruntergeladen werden: {reason}</translation>
    </message>
    <message>
        <source>end it in .png or .mkv, or name a folder</source>
        <translation>verwenden Sie die Endung .png oder .mkv oder einen Ordner</translation>
    </message>
    <message>
        <source>leave the settings as they are meanwhile, and try again</source>
        <translation>lassen Sie die Einstellungen so lange, wie sie sind, und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>the name tag can&apos;t be drawn ({reason})</source>
        <translation>das Namensschild kann nicht gezeichnet werden ({reason})</translation>
    </message>
    <message>
        <source>there were too few frames for a clean plate</source>
        <translation>für eine Leeraufnahme kamen zu wenige Bilder</translation>
    </message>
    <message>
        <source>use a name that ends in {endings}</source>
        <translation>verwenden Sie die Endung {endings}</translation>
    </message>
    <message>
        <source>enrol the key and restart</source>
        <translation>registrieren Sie den Schlüssel und starten Sie neu</translation>
    </message>
    <message>
        <source>every Unity Capture camera is in use</source>
        <translation>alle Kameras von Unity Capture sind in Gebrauch</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>export it as PNG</source>
        <translation>exportieren Sie es als PNG</translation>
    </message>
    <message>
        <source>export it with softmax or argmax as its output</source>
        <translation>exportieren Sie es mit Softmax oder Argmax als Ausgabe</translation>
    </message>
    <message>
        <source>f16</source>
        <translation>f16</translation>
    </message>
    <message>
        <source>f32</source>
        <translation>f32</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>schaffen Sie Speicherplatz</translation>
    </message>
    <message>
        <source>free some space or choose another place</source>
        <translation>schaffen Sie Speicherplatz oder wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>green-screen</source>
        <translation>Greenscreen</translation>
    </message>
    <message>
        <source>hair in large photos</source>
        <translation>Haare in großen Fotos</translation>
    </message>
    <message>
        <source>hair in photos and videos to render, the fastest matting</source>
        <translation>Haare in Fotos und Videos zum Rendern, das schnellste Matting</translation>
    </message>
    <message>
        <source>hair in photos and videos to render, the most exact</source>
        <translation>Haare in Fotos und Videos zum Rendern, am genauesten</translation>
    </message>
    <message>
        <source>import a model only</source>
        <translation>importieren Sie nur ein Modell</translation>
    </message>
    <message>
        <source>import a plain folder</source>
        <translation>importieren Sie einen einfachen Ordner</translation>
    </message>
    <message>
        <source>import an inference model, as PaddleSeg exports it</source>
        <translation>importieren Sie ein Inferenzmodell, wie PaddleSeg es exportiert</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>Inferenz</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>install OBS 26 or newer</source>
        <translation>installieren Sie OBS 26 oder neuer</translation>
    </message>
    <message>
        <source>install OBS 30 or newer, start and stop its virtual camera once and approve the extension</source>
        <translation>installieren Sie OBS 30 oder neuer, starten und stoppen Sie einmal dessen virtuelle Kamera und erlauben Sie die Erweiterung</translation>
    </message>
    <message>
        <source>install OBS Studio, which brings one</source>
        <translation>installieren Sie OBS Studio, das eine mitbringt</translation>
    </message>
    <message>
        <source>install OBS, which brings one</source>
        <translation>installieren Sie OBS, das eine mitbringt</translation>
    </message>
    <message>
        <source>install paddlepaddle, or use openvino</source>
        <translation>installieren Sie paddlepaddle oder verwenden Sie openvino</translation>
    </message>
    <message>
        <source>install the package v4l2loopback-dkms and run `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`, or choose the PipeWire camera</source>
        <translation>installieren Sie das Paket v4l2loopback-dkms und führen Sie `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama` aus, oder wählen Sie die PipeWire-Kamera</translation>
    </message>
    <message>
        <source>install v4l2loopback and load it</source>
        <translation>installieren und laden Sie v4l2loopback</translation>
    </message>
    <message>
        <source>installed are: {installed}; {program} models lists all</source>
        <translation>installiert sind: {installed}; {program} models listet alle auf</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is saved in Paddle 3&apos;s format, which only Paddle reads: use --runtime paddle</source>
        <translation>ist im Format von Paddle 3 gespeichert, das nur Paddle liest: verwenden Sie --runtime paddle</translation>
    </message>
    <message>
        <source>it has no build for Windows on Arm; elsewhere run `make run` again</source>
        <translation>es gibt keine Version für Windows auf Arm; führen Sie sonst `make run` erneut aus</translation>
    </message>
    <message>
        <source>it has no section Deploy</source>
        <translation>es hat keinen Abschnitt Deploy</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>es ist verschlüsselt</translation>
    </message>
    <message>
        <source>it lists no transforms</source>
        <translation>es führt keine Transformationen auf</translation>
    </message>
    <message>
        <source>it unpacks to far more than expected</source>
        <translation>es entpackt sich zu weit mehr als erwartet</translation>
    </message>
    <message>
        <source>keep it still and try again</source>
        <translation>halten Sie sie still und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>me</source>
        <translation>nur ich</translation>
    </message>
    <message>
        <source>much before the green screen is no person</source>
        <translation>vor dem Greenscreen ist vieles, was keine Person ist</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>no clean plate was taken yet</source>
        <translation>es gibt noch keine Leeraufnahme</translation>
    </message>
    <message>
        <source>no green screen fills a tenth of the picture</source>
        <translation>kein Greenscreen füllt ein Zehntel des Bilds</translation>
    </message>
    <message>
        <source>no such background file: {path}</source>
        <translation>Hintergrunddatei nicht gefunden: {path}</translation>
    </message>
    <message>
        <source>no such command {word!r}</source>
        <translation>kein Befehl {word!r}</translation>
    </message>
    <message>
        <source>pipe it to a file or program</source>
        <translation>leiten Sie sie in eine Datei oder ein Programm</translation>
    </message>
    <message>
        <source>profile names can&apos;t be empty, start with a dot or contain / \ : * ? &quot; &lt; &gt; |</source>
        <translation>Profilnamen dürfen nicht leer sein, mit einem Punkt beginnen oder / \ : * ? &quot; &lt; &gt; | enthalten</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>reconnect it or choose another</source>
        <translation>schließen Sie sie wieder an oder wählen Sie eine andere</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>run its Install.bat, or install OBS</source>
        <translation>führen Sie dessen Install.bat aus oder installieren Sie OBS</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>Sparen</translation>
    </message>
    <message>
        <source>check that the program that reads it is running</source>
        <translation>prüfen Sie, dass das lesende Programm läuft</translation>
    </message>
    <message>
        <source>check that the services pipewire and wireplumber are running</source>
        <translation>prüfen Sie, dass die Dienste pipewire und wireplumber laufen</translation>
    </message>
    <message>
        <source>standard output is a terminal</source>
        <translation>die Standardausgabe ist ein Terminal</translation>
    </message>
    <message>
        <source>step out of it and try again</source>
        <translation>treten Sie aus dem Bild und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>stop the virtual camera in OBS</source>
        <translation>stoppen Sie die virtuelle Kamera in OBS</translation>
    </message>
    <message>
        <source>take one first</source>
        <translation>nehmen Sie zuerst eine auf</translation>
    </message>
    <message>
        <source>target_size is not [width, height]</source>
        <translation>target_size ist nicht [Breite, Höhe]</translation>
    </message>
    <message>
        <source>that is not a web address</source>
        <translation>das ist keine Webadresse</translation>
    </message>
    <message>
        <source>the PipeWire camera can&apos;t be started</source>
        <translation>die PipeWire-Kamera kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>the animation {path} is damaged ({reason})</source>
        <translation>die Animation {path} ist beschädigt ({reason})</translation>
    </message>
    <message>
        <source>join the group “video”, then log out and in again</source>
        <translation>treten Sie der Gruppe „video“ bei und melden Sie sich neu an</translation>
    </message>
    <message>
        <source>Everyone in view, or me alone although others are in view.</source>
        <translation>Alle im Bild, oder nur ich, auch wenn andere im Bild sind.</translation>
    </message>
    <message>
        <source>Native kernels</source>
        <translation>Native Kerne</translation>
    </message>
    <message>
        <source>What finds you: the network, a green-screen behind you, or a clean-plate, a picture of what is behind you.</source>
        <translation>Was Sie freistellt: das Netz (network), ein Greenscreen hinter Ihnen (green-screen) oder eine Leeraufnahme dessen, was hinter Ihnen ist (clean-plate).</translation>
    </message>
    <message>
        <source>Who is shown</source>
        <translation>Wer gezeigt wird</translation>
    </message>
    <message>
        <source>compile them with GCC or Clang</source>
        <translation>kompilieren Sie sie mit GCC oder Clang</translation>
    </message>
    <message>
        <source>load it</source>
        <translation>laden Sie es</translation>
    </message>
    <message>
        <source>load the driver again with exclusive_caps=1</source>
        <translation>laden Sie den Treiber mit exclusive_caps=1 neu</translation>
    </message>
    <message>
        <source>macOS asks once whether the app may use the camera</source>
        <translation>macOS fragt einmal, ob die App die Kamera verwenden darf</translation>
    </message>
    <message>
        <source>create it first</source>
        <translation>legen Sie ihn zuerst an</translation>
    </message>
    <message>
        <source>mjpeg</source>
        <translation>MJPEG</translation>
    </message>
    <message>
        <source>model {model} answers values outside 0 to 1</source>
        <translation>das Modell {model} antwortet mit Werten außerhalb von 0 bis 1</translation>
    </message>
    <message>
        <source>model {model} answers {shape}, neither probabilities, nor labels, nor alpha</source>
        <translation>das Modell {model} antwortet {shape}, weder Wahrscheinlichkeiten noch Labels noch Alpha</translation>
    </message>
    <message>
        <source>model {model} can&apos;t be read: {reason}</source>
        <translation>das Modell {model} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>model {model} doesn&apos;t take one image and answer one mask</source>
        <translation>das Modell {model} nimmt nicht ein Bild und antwortet mit einer Maske</translation>
    </message>
    <message>
        <source>model {model} fails on a known image: it finds {found:.0%} of the person and takes {false:.0%} of the background for one</source>
        <translation>das Modell {model} versagt bei einem bekannten Bild: es findet {found:.0%} der Person und hält {false:.0%} des Hintergrunds für eine</translation>
    </message>
    <message>
        <source>model {model} is ONNX, which Paddle can&apos;t read</source>
        <translation>das Modell {model} ist ONNX, was Paddle nicht lesen kann</translation>
    </message>
    <message>
        <source>model {model} is not installed</source>
        <translation>das Modell {model} ist nicht installiert</translation>
    </message>
    <message>
        <source>model {model} lacks its file {file}</source>
        <translation>dem Modell {model} fehlt die Datei {file}</translation>
    </message>
    <message>
        <source>model {model} also needs a portrait model</source>
        <translation>das Modell {model} braucht zusätzlich ein Porträtmodell</translation>
    </message>
    <message>
        <source>model {model} {reason}</source>
        <translation>das Modell {model} {reason}</translation>
    </message>
    <message>
        <source>name a folder that holds a model</source>
        <translation>geben Sie einen Ordner an, der ein Modell enthält</translation>
    </message>
    <message>
        <source>name a new one</source>
        <translation>geben Sie einen neuen an</translation>
    </message>
    <message>
        <source>name a video, or a folder for them</source>
        <translation>geben Sie ein Video oder einen Ordner dafür an</translation>
    </message>
    <message>
        <source>no camera connected</source>
        <translation>keine Kamera angeschlossen</translation>
    </message>
    <message>
        <source>no camera was found</source>
        <translation>keine Kamera gefunden</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>kein Modell ist installiert</translation>
    </message>
    <message>
        <source>no picture could be sent: {problem}</source>
        <translation>es konnte kein Bild gesendet werden: {problem}</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>kein Speicherplatz mehr auf dem Gerät</translation>
    </message>
    <message>
        <source>no such background {text}</source>
        <translation>kein Hintergrund {text}</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>kein solches Gerät</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>no such file: {path}</source>
        <translation>Datei nicht gefunden: {path}</translation>
    </message>
    <message>
        <source>no such folder: {folder}</source>
        <translation>Ordner nicht gefunden: {folder}</translation>
    </message>
    <message>
        <source>no such sink {spec}</source>
        <translation>keine Ausgabe {spec}</translation>
    </message>
    <message>
        <source>no such source {spec}</source>
        <translation>keine Quelle {spec}</translation>
    </message>
    <message>
        <source>no virtual camera is installed</source>
        <translation>keine virtuelle Kamera installiert</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>omit the virtual camera&apos;s kind</source>
        <translation>lassen Sie die Art der virtuellen Kamera weg</translation>
    </message>
    <message>
        <source>opening {camera} was interrupted</source>
        <translation>das Öffnen von {camera} wurde unterbrochen</translation>
    </message>
    <message>
        <source>openvino</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>paddle</source>
        <translation>Paddle</translation>
    </message>
    <message>
        <source>people in very large photos</source>
        <translation>Personen in sehr großen Fotos</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>photos and videos to render</source>
        <translation>Fotos und Videos zum Rendern</translation>
    </message>
    <message>
        <source>photos and videos to render, small and exact</source>
        <translation>Fotos und Videos zum Rendern, klein und genau</translation>
    </message>
    <message>
        <source>photos with a trimap; without one it is made from a portrait model&apos;s mask</source>
        <translation>Fotos mit Trimap; ohne eine wird sie aus der Maske eines Porträtmodells erzeugt</translation>
    </message>
    <message>
        <source>please report this with the log</source>
        <translation>bitte melden Sie dies mit dem Protokoll</translation>
    </message>
    <message>
        <source>connect it; `{program} devices` lists cameras</source>
        <translation>schließen Sie sie an; `{program} devices` listet Kameras auf</translation>
    </message>
    <message>
        <source>connect it; `{program} devices` lists what is connected</source>
        <translation>schließen Sie sie an; `{program} devices` zeigt, was vorhanden ist</translation>
    </message>
    <message>
        <source>connect one</source>
        <translation>schließen Sie eine an</translation>
    </message>
    <message>
        <source>programs can ask for PipeWire cameras</source>
        <translation>Programme können PipeWire-Kameras anfordern</translation>
    </message>
    <message>
        <source>pyvirtualcam is not installed</source>
        <translation>pyvirtualcam ist nicht installiert</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>unkomprimiert</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>schreibgeschütztes Dateisystem</translation>
    </message>
    <message>
        <source>remove it first: {folder}</source>
        <translation>entfernen Sie es zuerst: {folder}</translation>
    </message>
    <message>
        <source>rename it: letters, digits, _ . + -</source>
        <translation>benennen Sie es um: Buchstaben, Ziffern, _ . + -</translation>
    </message>
    <message>
        <source>restart PipeWire</source>
        <translation>starten Sie PipeWire neu</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video $USER`, then log out and in again</source>
        <translation>führen Sie `sudo usermod -aG video $USER` aus und melden Sie sich neu an</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video {user}`, then log out and in again</source>
        <translation>führen Sie `sudo usermod -aG video {user}` aus und melden Sie sich neu an</translation>
    </message>
    <message>
        <source>save it as PNG or JPEG</source>
        <translation>speichern Sie es als PNG oder JPEG</translation>
    </message>
    <message>
        <source>save the page you want as PNG</source>
        <translation>speichern Sie die gewünschte Seite als PNG</translation>
    </message>
    <message>
        <source>scale it down</source>
        <translation>verkleinern Sie es</translation>
    </message>
    <message>
        <source>check that it is still connected and that no other program writes to it</source>
        <translation>prüfen Sie, dass kein anderes Programm darauf schreibt und dass es noch vorhanden ist</translation>
    </message>
    <message>
        <source>set media.webrtc.camera.allow-pipewire to true on this page</source>
        <translation>setzen Sie auf dieser Seite media.webrtc.camera.allow-pipewire auf true</translation>
    </message>
    <message>
        <source>settings ignored: {wrong}</source>
        <translation>ignorierte Einstellungen: {wrong}</translation>
    </message>
    <message>
        <source>start it</source>
        <translation>starten Sie es</translation>
    </message>
    <message>
        <source>start its virtual camera once and allow its extension in System Settings</source>
        <translation>starten Sie einmal dessen virtuelle Kamera und erlauben Sie die Erweiterung in den Systemeinstellungen</translation>
    </message>
    <message>
        <source>stop its virtual camera, or choose another device</source>
        <translation>stoppen Sie dessen virtuelle Kamera oder wählen Sie ein anderes Gerät</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>the OBS virtual camera is installed</source>
        <translation>die virtuelle Kamera von OBS ist installiert</translation>
    </message>
    <message>
        <source>the background video {name} has no pictures</source>
        <translation>das Hintergrundvideo {name} enthält keine Bilder</translation>
    </message>
    <message>
        <source>the background video {name} is damaged ({reason})</source>
        <translation>das Hintergrundvideo {name} ist beschädigt ({reason})</translation>
    </message>
    <message>
        <source>the background video {name} is too small</source>
        <translation>das Hintergrundvideo {name} ist zu klein</translation>
    </message>
    <message>
        <source>the camera moves, or something in front of it</source>
        <translation>die Kamera oder etwas vor ihr bewegt sich</translation>
    </message>
    <message>
        <source>the camera or the light has changed</source>
        <translation>die Kamera oder das Licht hat sich verändert</translation>
    </message>
    <message>
        <source>the clean plate has another size</source>
        <translation>die Leeraufnahme hat eine andere Größe</translation>
    </message>
    <message>
        <source>the connection was cut off</source>
        <translation>die Verbindung wurde unterbrochen</translation>
    </message>
    <message>
        <source>the fallback frame is shown</source>
        <translation>das Ersatzbild wird gezeigt</translation>
    </message>
    <message>
        <source>the fallback frame is shown; choose another model if it stays</source>
        <translation>das Ersatzbild wird gezeigt; wählen Sie ein anderes Modell, wenn es bleibt</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>the folder {folder} holds other things than numbered pictures</source>
        <translation>der Ordner {folder} enthält anderes als nummerierte Bilder</translation>
    </message>
    <message>
        <source>the light changes</source>
        <translation>das Licht ändert sich</translation>
    </message>
    <message>
        <source>the mask does not look like a person</source>
        <translation>die Maske sieht nicht wie eine Person aus</translation>
    </message>
    <message>
        <source>the matting method failed ({reason})</source>
        <translation>das Freistellverfahren ist fehlgeschlagen ({reason})</translation>
    </message>
    <message>
        <source>the model {choice} can&apos;t be loaded ({error})</source>
        <translation>das Modell {choice} kann nicht geladen werden ({error})</translation>
    </message>
    <message>
        <source>the model&apos;s answer is not a number</source>
        <translation>die Antwort des Modells ist keine Zahl</translation>
    </message>
    <message>
        <source>the network finds you</source>
        <translation>das Netz stellt Sie frei</translation>
    </message>
    <message>
        <source>the network finds you until then</source>
        <translation>bis dahin stellt das Netz Sie frei</translation>
    </message>
    <message>
        <source>the network finds you; clear the cloth</source>
        <translation>das Netz stellt Sie frei; räumen Sie den Platz vor dem Tuch frei</translation>
    </message>
    <message>
        <source>the network finds you; light the cloth evenly or choose its colour</source>
        <translation>das Netz stellt Sie frei; leuchten Sie das Tuch gleichmäßig aus oder wählen Sie seine Farbe</translation>
    </message>
    <message>
        <source>the network finds you; take the clean plate again</source>
        <translation>das Netz stellt Sie frei; nehmen Sie die Leeraufnahme neu auf</translation>
    </message>
    <message>
        <source>the picture is scaled to that until it is closed</source>
        <translation>das Bild wird darauf skaliert, bis es geschlossen wird</translation>
    </message>
    <message>
        <source>the picture {path} is damaged ({reason})</source>
        <translation>das Bild {path} ist beschädigt ({reason})</translation>
    </message>
    <message>
        <source>the profile {name} would show your real background</source>
        <translation>das Profil {name} würde Ihren echten Hintergrund zeigen</translation>
    </message>
    <message>
        <source>the server has another file than before</source>
        <translation>der Server hat eine andere Datei als zuvor</translation>
    </message>
    <message>
        <source>the server is too slow</source>
        <translation>der Server ist zu langsam</translation>
    </message>
    <message>
        <source>the server redirects to an address without encryption</source>
        <translation>der Server leitet auf eine unverschlüsselte Adresse weiter</translation>
    </message>
    <message>
        <source>the server sends another part than it was asked for</source>
        <translation>der Server sendet einen anderen Teil als verlangt</translation>
    </message>
    <message>
        <source>the settings were damaged ({reason})</source>
        <translation>die Einstellungen waren beschädigt ({reason})</translation>
    </message>
    <message>
        <source>the settings {path} can&apos;t be read ({reason})</source>
        <translation>die Einstellungen {path} können nicht gelesen werden ({reason})</translation>
    </message>
    <message>
        <source>the virtual camera can&apos;t be started ({reason})</source>
        <translation>die virtuelle Kamera kann nicht gestartet werden ({reason})</translation>
    </message>
    <message>
        <source>the virtual camera could not be started, it is probably in use</source>
        <translation>die virtuelle Kamera konnte nicht gestartet werden, sie wird wahrscheinlich verwendet</translation>
    </message>
    <message>
        <source>you have no permission to write to the virtual camera</source>
        <translation>Sie dürfen nicht auf die virtuelle Kamera schreiben</translation>
    </message>
    <message>
        <source>their defaults apply</source>
        <translation>für sie gelten die Standardwerte</translation>
    </message>
    <message>
        <source>there is no background picture {path}</source>
        <translation>es gibt kein Hintergrundbild {path}</translation>
    </message>
    <message>
        <source>there is no background video {path}</source>
        <translation>es gibt kein Hintergrundvideo {path}</translation>
    </message>
    <message>
        <source>there is no camera at {address}</source>
        <translation>es gibt keine Kamera unter {address}</translation>
    </message>
    <message>
        <source>there is no camera {wanted!r}</source>
        <translation>es gibt keine Kamera {wanted!r}</translation>
    </message>
    <message>
        <source>there is no clean plate</source>
        <translation>es gibt keine Leeraufnahme</translation>
    </message>
    <message>
        <source>there is no file or folder {path}</source>
        <translation>es gibt keine Datei und keinen Ordner {path}</translation>
    </message>
    <message>
        <source>there is no mask while the background is none</source>
        <translation>beim Hintergrund „keiner“ gibt es keine Maske</translation>
    </message>
    <message>
        <source>there is no model &apos;{model}&apos;</source>
        <translation>es gibt kein Modell „{model}“</translation>
    </message>
    <message>
        <source>there is no model or sample set &apos;{name}&apos;</source>
        <translation>es gibt kein Modell und keinen Beispielsatz „{name}“</translation>
    </message>
    <message>
        <source>there is no virtual camera for Windows on Arm</source>
        <translation>für Windows auf Arm gibt es keine virtuelle Kamera</translation>
    </message>
    <message>
        <source>there is no virtual camera named {name!r}</source>
        <translation>es gibt keine virtuelle Kamera namens {name!r}</translation>
    </message>
    <message>
        <source>there is no {path}</source>
        <translation>{path} gibt es nicht</translation>
    </message>
    <message>
        <source>there is too little memory for the picture {path}</source>
        <translation>zu wenig Speicher für das Bild {path}</translation>
    </message>
    <message>
        <source>they are kept as {aside}</source>
        <translation>sie sind als {aside} aufbewahrt</translation>
    </message>
    <message>
        <source>this app already sends to a virtual camera</source>
        <translation>diese App sendet schon an eine virtuelle Kamera</translation>
    </message>
    <message>
        <source>this app already sends to that virtual camera</source>
        <translation>diese App sendet schon an diese virtuelle Kamera</translation>
    </message>
    <message>
        <source>top-left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top-right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>try again later, or import a copy</source>
        <translation>versuchen Sie es später erneut oder importieren Sie eine Kopie</translation>
    </message>
    <message>
        <source>try another cable, port or format</source>
        <translation>versuchen Sie ein anderes Kabel, einen anderen Anschluss oder ein anderes Format</translation>
    </message>
    <message>
        <source>turn on this flag</source>
        <translation>schalten Sie diese Option ein</translation>
    </message>
    <message>
        <source>unplug it and plug it in again</source>
        <translation>ziehen Sie sie ab und schließen Sie sie wieder an</translation>
    </message>
    <message>
        <source>use --output-format nut</source>
        <translation>verwenden Sie --output-format nut</translation>
    </message>
    <message>
        <source>use --runtime openvino</source>
        <translation>verwenden Sie --runtime openvino</translation>
    </message>
    <message>
        <source>use .png</source>
        <translation>verwenden Sie .png</translation>
    </message>
    <message>
        <source>use a PC with an x64 processor</source>
        <translation>verwenden Sie einen PC mit x64-Prozessor</translation>
    </message>
    <message>
        <source>use an MP4 file</source>
        <translation>verwenden Sie eine MP4-Datei</translation>
    </message>
    <message>
        <source>use an even number</source>
        <translation>verwenden Sie eine gerade Zahl</translation>
    </message>
    <message>
        <source>use another file</source>
        <translation>verwenden Sie eine andere Datei</translation>
    </message>
    <message>
        <source>use auto or #RRGGBB</source>
        <translation>verwenden Sie auto oder #RRGGBB</translation>
    </message>
    <message>
        <source>use none, blur[:0-100], color:#RRGGBB, image:PATH, video:PATH or transparent</source>
        <translation>verwenden Sie none, blur[:0-100], color:#RRGGBB, image:PFAD, video:PFAD oder transparent</translation>
    </message>
    <message>
        <source>use one of at least {side} on each side</source>
        <translation>verwenden Sie eines mit mindestens {side} auf jeder Seite</translation>
    </message>
    <message>
        <source>use {choices}</source>
        <translation>verwenden Sie {choices}</translation>
    </message>
    <message>
        <source>use {commands}</source>
        <translation>verwenden Sie {commands}</translation>
    </message>
    <message>
        <source>use {sinks}</source>
        <translation>verwenden Sie {sinks}</translation>
    </message>
    <message>
        <source>use {smallest} to {largest}</source>
        <translation>verwenden Sie {smallest} bis {largest}</translation>
    </message>
    <message>
        <source>use {sources}</source>
        <translation>verwenden Sie {sources}</translation>
    </message>
    <message>
        <source>use {variants}</source>
        <translation>verwenden Sie {variants}</translation>
    </message>
    <message>
        <source>v4l2loopback is installed but not loaded</source>
        <translation>v4l2loopback ist installiert, aber nicht geladen</translation>
    </message>
    <message>
        <source>v4l2loopback is loaded</source>
        <translation>v4l2loopback ist geladen</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t installed; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>v4l2loopback ist nicht installiert; nur Programme, die PipeWire-Kameras lesen, sehen die virtuelle Kamera</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t loaded; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>v4l2loopback ist nicht geladen; nur Programme, die PipeWire-Kameras lesen, sehen die virtuelle Kamera</translation>
    </message>
    <message>
        <source>v4l2loopback {version} is loaded</source>
        <translation>v4l2loopback {version} ist geladen</translation>
    </message>
    <message>
        <source>video calls, where 0.6 MB of weights matter</source>
        <translation>Videoanrufe, wenn 0,6 MB Gewichte zählen</translation>
    </message>
    <message>
        <source>video calls; the default</source>
        <translation>Videoanrufe; die Vorgabe</translation>
    </message>
    <message>
        <source>wait until it stays the same and try again</source>
        <translation>warten Sie, bis es gleich bleibt, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>whole bodies and several people, live</source>
        <translation>ganze Körper und mehrere Personen, live</translation>
    </message>
    <message>
        <source>whole bodies and several people, on a GPU</source>
        <translation>ganze Körper und mehrere Personen, auf einer GPU</translation>
    </message>
    <message>
        <source>whole bodies and several people, the best of the small ones</source>
        <translation>ganze Körper und mehrere Personen, das beste der kleinen</translation>
    </message>
    <message>
        <source>whole bodies and several people, the smallest</source>
        <translation>ganze Körper und mehrere Personen, das kleinste</translation>
    </message>
    <message>
        <source>whole bodies and several people, videos to render and fast machines</source>
        <translation>ganze Körper und mehrere Personen, Videos zum Rendern und schnelle Computer</translation>
    </message>
    <message>
        <source>write a video or an .apng, or choose a smaller --size</source>
        <translation>schreiben Sie ein Video oder ein .apng oder wählen Sie eine kleinere --size</translation>
    </message>
    <message>
        <source>write {usage}</source>
        <translation>schreiben Sie {usage}</translation>
    </message>
    <message>
        <source>xdg-desktop-portal isn&apos;t installed; browsers need it for PipeWire cameras</source>
        <translation>xdg-desktop-portal ist nicht installiert; Browser brauchen es für PipeWire-Kameras</translation>
    </message>
    <message>
        <source>you have no permission to open {paths}</source>
        <translation>Sie dürfen {paths} nicht öffnen</translation>
    </message>
    <message>
        <source>{archive} can&apos;t be unpacked ({reason})</source>
        <translation>{archive} kann nicht entpackt werden ({reason})</translation>
    </message>
    <message>
        <source>{archive} is not a valid zip archive</source>
        <translation>{archive} ist kein gültiges Zip-Archiv</translation>
    </message>
    <message>
        <source>{archive} is refused: {reason}</source>
        <translation>{archive} wird abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>{backend} is not for this system</source>
        <translation>{backend} ist nicht für dieses System</translation>
    </message>
    <message>
        <source>{camera} can&apos;t be opened</source>
        <translation>{camera} kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>{camera} does not answer</source>
        <translation>{camera} antwortet nicht</translation>
    </message>
    <message>
        <source>{camera} is disconnected</source>
        <translation>{camera} wurde getrennt</translation>
    </message>
    <message>
        <source>{camera} is in use by {programs}</source>
        <translation>{camera} wird von {programs} verwendet</translation>
    </message>
    <message>
        <source>you have no permission to open {camera}</source>
        <translation>Sie dürfen {camera} nicht öffnen</translation>
    </message>
    <message>
        <source>{camera} sends damaged pictures</source>
        <translation>{camera} sendet beschädigte Bilder</translation>
    </message>
    <message>
        <source>{camera} sends no pictures</source>
        <translation>{camera} sendet keine Bilder</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({reason})</source>
        <translation>{file} kann nicht geschrieben werden ({reason})</translation>
    </message>
    <message>
        <source>{file} is damaged</source>
        <translation>{file} ist beschädigt</translation>
    </message>
    <message>
        <source>{file} is not the published file: its SHA-256 differs</source>
        <translation>{file} ist nicht die veröffentlichte Datei: ihr SHA-256 weicht ab</translation>
    </message>
    <message>
        <source>{file} of model {model} is damaged: its SHA-256 differs from the recorded one</source>
        <translation>{file} des Modells {model} ist beschädigt: ihr SHA-256 weicht vom aufgezeichneten ab</translation>
    </message>
    <message>
        <source>{file} of {model} is not the published one: its SHA-256 differs</source>
        <translation>{file} von {model} ist nicht die veröffentlichte: ihr SHA-256 weicht ab</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({reason})</source>
        <translation>{folder} kann nicht gelesen werden ({reason})</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be removed ({reason})</source>
        <translation>{folder} kann nicht entfernt werden ({reason})</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written ({reason})</source>
        <translation>{folder} kann nicht beschrieben werden ({reason})</translation>
    </message>
    <message>
        <source>{folder} holds links or folders among its files</source>
        <translation>{folder} enthält Verknüpfungen oder Ordner zwischen seinen Dateien</translation>
    </message>
    <message>
        <source>{folder} is larger than {limit} GiB</source>
        <translation>{folder} ist größer als {limit} GiB</translation>
    </message>
    <message>
        <source>{folder} is not open</source>
        <translation>{folder} ist nicht geöffnet</translation>
    </message>
    <message>
        <source>{folder} was not installed by this app</source>
        <translation>{folder} wurde nicht von dieser App installiert</translation>
    </message>
    <message>
        <source>{name} is disconnected</source>
        <translation>{name} wurde getrennt</translation>
    </message>
    <message>
        <source>{name} takes one picture, and more came</source>
        <translation>{name} nimmt ein Bild, es kamen aber mehr</translation>
    </message>
    <message>
        <source>{path} is coded in a way that is not known</source>
        <translation>{path} ist auf unbekannte Weise kodiert</translation>
    </message>
    <message>
        <source>{readers} keeps {path} at {width}x{height}</source>
        <translation>{readers} hält {path} auf {width}x{height}</translation>
    </message>
    <message>
        <source>{model} ({variant}) is installed already</source>
        <translation>{model} ({variant}) ist bereits installiert</translation>
    </message>
    <message>
        <source>{model} has no variant {variant}</source>
        <translation>{model} hat keine Variante {variant}</translation>
    </message>
    <message>
        <source>{model} holds no {file}</source>
        <translation>{model} enthält keine {file}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({reason})</source>
        <translation>{name} kann nicht geschrieben werden ({reason})</translation>
    </message>
    <message>
        <source>{name} does not show the picture that was sent</source>
        <translation>{name} zeigt das gesendete Bild nicht</translation>
    </message>
    <message>
        <source>{name} is connected</source>
        <translation>{name} ist angeschlossen</translation>
    </message>
    <message>
        <source>{name} is connected: {formats} up to {width} × {height}</source>
        <translation>{name} ist angeschlossen: {formats} bis {width} × {height}</translation>
    </message>
    <message>
        <source>{name} is odd: {value}</source>
        <translation>{name} ist ungerade: {value}</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} ist {value}</translation>
    </message>
    <message>
        <source>{name} opens; choose it in a meeting program to see the picture</source>
        <translation>{name} lässt sich öffnen; wählen Sie sie in einem Meeting-Programm, um das Bild zu sehen</translation>
    </message>
    <message>
        <source>{name} shows PipeWire cameras only after a setting is changed</source>
        <translation>{name} zeigt PipeWire-Kameras erst nach einer Änderung der Einstellungen</translation>
    </message>
    <message>
        <source>{name} shows the picture that was sent</source>
        <translation>{name} zeigt das gesendete Bild</translation>
    </message>
    <message>
        <source>{other} is writing to {path}</source>
        <translation>{other} schreibt auf {path}</translation>
    </message>
    <message>
        <source>{path} ({card}) is no virtual camera</source>
        <translation>{path} ({card}) ist keine virtuelle Kamera</translation>
    </message>
    <message>
        <source>{path} can&apos;t be played in a loop</source>
        <translation>{path} kann nicht in einer Schleife abgespielt werden</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({reason})</source>
        <translation>{path} kann nicht gelesen werden ({reason})</translation>
    </message>
    <message>
        <source>reading {path} failed: {reason}</source>
        <translation>Lesen von {path} fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be used ({reason})</source>
        <translation>{path} kann nicht verwendet werden ({reason})</translation>
    </message>
    <message>
        <source>{path} exists and is not a file</source>
        <translation>{path} existiert und ist keine Datei</translation>
    </message>
    <message>
        <source>{path} exists and is not a folder</source>
        <translation>{path} existiert und ist kein Ordner</translation>
    </message>
    <message>
        <source>{path} has more than {megapixels} million pixels</source>
        <translation>{path} hat mehr als {megapixels} Millionen Pixel</translation>
    </message>
    <message>
        <source>{path} holds no picture that can be decoded</source>
        <translation>{path} enthält kein Bild, das dekodiert werden kann</translation>
    </message>
    <message>
        <source>{path} holds no video</source>
        <translation>{path} enthält kein Video</translation>
    </message>
    <message>
        <source>{path} holds one picture, and more came</source>
        <translation>{path} fasst ein Bild, es kamen aber mehr</translation>
    </message>
    <message>
        <source>{path} holds pictures that can&apos;t be converted ({reason})</source>
        <translation>{path} enthält Bilder, die nicht umgewandelt werden können ({reason})</translation>
    </message>
    <message>
        <source>{path} holds {pages} pages</source>
        <translation>{path} enthält {pages} Seiten</translation>
    </message>
    <message>
        <source>{path} is a vector drawing</source>
        <translation>{path} ist eine Vektorgrafik</translation>
    </message>
    <message>
        <source>a program that reads {path} keeps it at the pixel format {fourcc}</source>
        <translation>{path} wird von einem lesenden Programm im Pixelformat {fourcc} gehalten</translation>
    </message>
    <message>
        <source>{path} is no picture that can be read</source>
        <translation>{path} ist kein lesbares Bild</translation>
    </message>
    <message>
        <source>{path} is no video that can be read, or is damaged</source>
        <translation>{path} ist kein lesbares Video oder beschädigt</translation>
    </message>
    <message>
        <source>{path} is not a model description: {reason}</source>
        <translation>{path} ist keine Modellbeschreibung: {reason}</translation>
    </message>
    <message>
        <source>{path} is not open</source>
        <translation>{path} ist nicht geöffnet</translation>
    </message>
    <message>
        <source>{path} is {width}x{height} pixels</source>
        <translation>{path} hat {width}x{height} Pixel</translation>
    </message>
    <message>
        <source>you have no permission to write to {path}</source>
        <translation>Sie dürfen nicht auf {path} schreiben</translation>
    </message>
    <message>
        <source>{path} is incomplete</source>
        <translation>{path} ist unvollständig</translation>
    </message>
    <message>
        <source>{path} would hold more than {megapixels} million pixels, too many for this kind of file</source>
        <translation>{path} würde mehr als {megapixels} Millionen Pixel enthalten, zu viele für diese Art Datei</translation>
    </message>
    <message>
        <source>{program} (process {pid}) sends to it</source>
        <translation>{program} (Prozess {pid}) sendet an sie</translation>
    </message>
    <message>
        <source>{program} (process {pid}) shows it</source>
        <translation>{program} (Prozess {pid}) zeigt sie</translation>
    </message>
    <message>
        <source>{program} (process {pid}) uses it</source>
        <translation>{program} (Prozess {pid}) verwendet sie</translation>
    </message>
    <message>
        <source>{program} models lists them</source>
        <translation>{program} models listet sie auf</translation>
    </message>
    <message>
        <source>{stage} failed ({what})</source>
        <translation>{stage} fehlgeschlagen ({what})</translation>
    </message>
    <message>
        <source>{variant} is in use</source>
        <translation>{variant} ist in Gebrauch</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>Your real background is visible</source>
        <translation>Ihr echter Hintergrund ist sichtbar</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>Bilder und Videos hinzufügen</translation>
    </message>
    <message>
        <source>{title}, can&apos;t be read</source>
        <translation>{title}, nicht lesbar</translation>
    </message>
    <message>
        <source>{title}, favourite</source>
        <translation>{title}, Favorit</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Pictures and videos</source>
        <translation>Bilder und Videos</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Start, stop</source>
        <translation>Start, Stopp</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Show or hide the page</source>
        <translation>Seite ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>Bilder und Videos hinzufügen</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove a background</source>
        <translation>Hintergrund entfernen</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>Kamera wird gestartet …</translation>
    </message>
</context>
<context>
    <name>MattingBox</name>
    <message>
        <source>Who is in the picture</source>
        <translation>Wer im Bild ist</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Green screen</source>
        <translation>Greenscreen</translation>
    </message>
    <message>
        <source>Clean plate</source>
        <translation>Leeraufnahme</translation>
    </message>
    <message>
        <source>Everyone in view</source>
        <translation>Alle im Bild</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>Pick in the picture</source>
        <translation>Im Bild auswählen</translation>
    </message>
    <message>
        <source>Find it by itself</source>
        <translation>Selbst finden</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>Andere Farbe …</translation>
    </message>
    <message>
        <source>Finds you anywhere. Take it if there is nothing special behind you.</source>
        <translation>Stellt Sie überall frei. Nehmen Sie es, wenn nichts Besonderes hinter Ihnen ist.</translation>
    </message>
    <message>
        <source>The finest edges. Take it if a green or blue cloth hangs behind you.</source>
        <translation>Die feinsten Ränder. Nehmen Sie ihn, wenn hinter Ihnen ein grünes oder blaues Tuch hängt.</translation>
    </message>
    <message>
        <source>Keeps hair and what you hold. Take it if your camera stays where it is.</source>
        <translation>Erhält Haare und was Sie halten. Nehmen Sie sie, wenn Ihre Kamera fest steht.</translation>
    </message>
    <message>
        <source>The colour is found by itself.</source>
        <translation>Die Farbe wird selbst gefunden.</translation>
    </message>
    <message>
        <source>The colour is {color}.</source>
        <translation>Die Farbe ist {color}.</translation>
    </message>
    <message>
        <source>Click yourself in the picture if another is shown. Who hugs you, or was merged with you from the first moment, can&apos;t be told from you.</source>
        <translation>Klicken Sie sich im Bild an, wenn jemand anderes gezeigt wird. Wer Sie umarmt oder Sie vom ersten Moment an verdeckt, lässt sich nicht von Ihnen trennen.</translation>
    </message>
    <message>
        <source>Click the cloth in the picture</source>
        <translation>Klicken Sie im Bild auf das Tuch</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>Download von {title}</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>{megabytes} MB</source>
        <translation>{megabytes} MB</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Not verified: no checksum is published</source>
        <translation>Nicht geprüft: keine Prüfsumme veröffentlicht</translation>
    </message>
    <message>
        <source>Damaged: remove it and download it again</source>
        <translation>Beschädigt: entfernen und neu herunterladen</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Choose automatically</source>
        <translation>Automatisch auswählen</translation>
    </message>
    <message>
        <source>Takes the installed model that fits what the camera shows and what this computer can do.</source>
        <translation>Nimmt das installierte Modell, das zum Kamerabild und zur Leistung dieses Computers passt.</translation>
    </message>
    <message>
        <source>Everything is computed on this computer.</source>
        <translation>Alles wird auf diesem Computer berechnet.</translation>
    </message>
    <message>
        <source>More models</source>
        <translation>Weitere Modelle</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Modell importieren …</translation>
    </message>
    <message>
        <source>A model exported by PaddleSeg</source>
        <translation>Ein mit PaddleSeg exportiertes Modell</translation>
    </message>
    <message>
        <source>Built in, recommended</source>
        <translation>Eingebaut, empfohlen</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Check your connection and try again.</source>
        <translation>Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Download failed</source>
        <translation>Download fehlgeschlagen</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>Das Modell ist bereit</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
</context>
<context>
    <name>NameTagFields</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Add a logo…</source>
        <translation>Logo hinzufügen …</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Logo entfernen</translation>
    </message>
    <message>
        <source>Add a logo</source>
        <translation>Logo hinzufügen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Write a name or add a logo to use this.</source>
        <translation>Geben Sie dafür einen Namen ein oder fügen Sie ein Logo hinzu.</translation>
    </message>
</context>
<context>
    <name>OthersSee</name>
    <message>
        <source>Not sending</source>
        <translation>Es wird nichts gesendet</translation>
    </message>
    <message>
        <source>Opening the virtual camera…</source>
        <translation>Virtuelle Kamera wird geöffnet …</translation>
    </message>
    <message>
        <source>You can choose it in your meeting in a moment.</source>
        <translation>Gleich können Sie sie im Meeting auswählen.</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Auf Sendung</translation>
    </message>
    <message>
        <source>Choose Cyclorama as the camera in your meeting.</source>
        <translation>Wählen Sie Cyclorama im Meeting als Kamera.</translation>
    </message>
    <message>
        <source>Others see your camera picture unchanged.</source>
        <translation>Andere sehen Ihr Kamerabild unverändert.</translation>
    </message>
    <message>
        <source>Your real background is visible</source>
        <translation>Ihr echter Hintergrund ist sichtbar</translation>
    </message>
    <message>
        <source>The picture isn&apos;t ready.</source>
        <translation>Das Bild ist noch nicht bereit.</translation>
    </message>
    <message>
        <source>Others see a still picture</source>
        <translation>Andere sehen ein Standbild</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>Others see the last picture.</source>
        <translation>Andere sehen das letzte Bild.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Your camera is off. Others see a still picture.</source>
        <translation>Ihre Kamera ist aus. Andere sehen ein Standbild.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>No program shows the picture, so your camera is off.</source>
        <translation>Kein Programm zeigt das Bild, daher ist Ihre Kamera aus.</translation>
    </message>
    <message>
        <source>Others see the demo clip</source>
        <translation>Andere sehen das Demovideo</translation>
    </message>
    <message>
        <source>Choose a camera to be seen yourself.</source>
        <translation>Wählen Sie eine Kamera, um selbst zu sehen zu sein.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>Others see a still picture until you are ready.</source>
        <translation>Andere sehen ein Standbild, bis alles bereit ist.</translation>
    </message>
    <message>
        <source>Your camera is off.</source>
        <translation>Ihre Kamera ist aus.</translation>
    </message>
    <message>
        <source>Only you see this picture.</source>
        <translation>Nur Sie sehen dieses Bild.</translation>
    </message>
    <message>
        <source>Opening the camera and loading the model.</source>
        <translation>Kamera wird geöffnet und Modell geladen.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>Nur Sie sehen das</translation>
    </message>
    <message>
        <source>Your real background is visible.</source>
        <translation>Ihr echter Hintergrund ist sichtbar.</translation>
    </message>
    <message>
        <source>Press Start to send it to your meeting.</source>
        <translation>Mit „Start“ senden Sie es in Ihr Meeting.</translation>
    </message>
</context>
<context>
    <name>PauseKey</name>
    <message>
        <source>Pause, or go on</source>
        <translation>Pausieren oder fortsetzen</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>60 s ago</source>
        <translation>vor 60 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>PreviewWidget</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The picture that others see</source>
        <translation>Das Bild, das andere sehen</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Profile “{name}” saved</source>
        <translation>Profil „{name}“ gespeichert</translation>
    </message>
    <message>
        <source>Profile “{name}” deleted</source>
        <translation>Profil „{name}“ gelöscht</translation>
    </message>
</context>
<context>
    <name>SettingsFiles</name>
    <message>
        <source>Settings reset</source>
        <translation>Einstellungen zurückgesetzt</translation>
    </message>
    <message>
        <source>{name} doesn&apos;t exist</source>
        <translation>{name} existiert nicht</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>Einstellungen importiert</translation>
    </message>
    <message>
        <source>Settings exported</source>
        <translation>Einstellungen exportiert</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>No setting found</source>
        <translation>Keine Einstellung gefunden</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Start and close</source>
        <translation>Starten und Schließen</translation>
    </message>
    <message>
        <source>Open when I log in</source>
        <translation>Beim Anmelden öffnen</translation>
    </message>
    <message>
        <source>Open in the tray</source>
        <translation>Im Infobereich öffnen</translation>
    </message>
    <message>
        <source>Start the virtual camera at launch</source>
        <translation>Virtuelle Kamera beim Öffnen starten</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Schließen des Fensters</translation>
    </message>
    <message>
        <source>Asks while on air</source>
        <translation>Auf Sendung nachfragen</translation>
    </message>
    <message>
        <source>Keeps running in the tray</source>
        <translation>Läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Quits</source>
        <translation>Beendet das Programm</translation>
    </message>
    <message>
        <source>Pause with a key from any program</source>
        <translation>Mit einer Taste aus jedem Programm pausieren</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} Bilder/s</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the profile</source>
        <translation>Profil löschen</translation>
    </message>
    <message>
        <source>Name, such as “Work”</source>
        <translation>Name, zum Beispiel „Arbeit“</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation>Als Profil speichern</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Import and export settings</source>
        <translation>Einstellungen importieren und exportieren</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>To pause from any program, bind this command to a key in your desktop&apos;s settings: {command}</source>
        <translation>Um aus jedem Programm zu pausieren, legen Sie diesen Befehl in den Einstellungen Ihres Desktops auf eine Taste: {command}</translation>
    </message>
    <message>
        <source>Your desktop assigned no key.</source>
        <translation>Ihr Desktop hat keine Taste vergeben.</translation>
    </message>
    <message>
        <source>The key is {key}. You can change it in your desktop&apos;s settings.</source>
        <translation>Die Taste ist {key}. Sie lässt sich in den Einstellungen Ihres Desktops ändern.</translation>
    </message>
    <message>
        <source>Your desktop&apos;s settings show the key.</source>
        <translation>Die Einstellungen Ihres Desktops zeigen die Taste.</translation>
    </message>
    <message>
        <source>This can&apos;t be changed</source>
        <translation>Das lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>The language changes at the next start</source>
        <translation>Die Sprache wechselt beim nächsten Start</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>Was funktioniert</translation>
    </message>
    <message>
        <source>In your meeting</source>
        <translation>In Ihrem Meeting</translation>
    </message>
    <message>
        <source>Press Start, then choose Cyclorama as the camera:</source>
        <translation>Klicken Sie auf „Start“ und wählen Sie Cyclorama als Kamera:</translation>
    </message>
    <message>
        <source>Arrow beside the camera button → Cyclorama</source>
        <translation>Pfeil neben der Kamerataste → Cyclorama</translation>
    </message>
    <message>
        <source>Three dots → Settings → Video → Camera → Cyclorama</source>
        <translation>Drei Punkte → Einstellungen → Video → Kamera → Cyclorama</translation>
    </message>
    <message>
        <source>More → Settings → Devices → Camera → Cyclorama</source>
        <translation>Mehr → Einstellungen → Geräte → Kamera → Cyclorama</translation>
    </message>
    <message>
        <source>Arrow beside the video button → Camera → Cyclorama</source>
        <translation>Pfeil neben der Videotaste → Kamera → Cyclorama</translation>
    </message>
    <message>
        <source>Sources → + → Video Capture Device → Cyclorama</source>
        <translation>Quellen → + → Videoaufnahmegerät → Cyclorama</translation>
    </message>
    <message>
        <source>Not listed? Restart the meeting program after pressing Start.</source>
        <translation>Nicht aufgeführt? Starten Sie das Meeting-Programm nach dem Klick auf „Start“ neu.</translation>
    </message>
    <message>
        <source>Turn off the meeting program&apos;s own background effect.</source>
        <translation>Schalten Sie den Hintergrundeffekt des Meeting-Programms aus.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) to fix</source>
        <translation>
            <numerusform>%n Problem zu beheben</numerusform>
            <numerusform>%n Probleme zu beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is ready.</source>
        <translation>Alles ist bereit.</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>Bilder/s</translation>
    </message>
    <message>
        <source>Delay from camera to meeting</source>
        <translation>Verzögerung von Kamera zu Meeting</translation>
    </message>
    <message>
        <source>Processor, 100 % is one core</source>
        <translation>Prozessor, 100 % ist ein Kern</translation>
    </message>
    <message>
        <source>Show figures over the picture</source>
        <translation>Werte über dem Bild zeigen</translation>
    </message>
    <message>
        <source>Frames in</source>
        <translation>Bilder eingegangen</translation>
    </message>
    <message>
        <source>Frames out</source>
        <translation>Bilder ausgegeben</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>Bilder verworfen</translation>
    </message>
    <message>
        <source>Delay, median · 95 %</source>
        <translation>Verzögerung, Median · 95 %</translation>
    </message>
    <message>
        <source>{stage}, median · 95 %</source>
        <translation>{stage}, Median · 95 %</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Kamerabild</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show Cyclorama</source>
        <translation>Cyclorama anzeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>Läuft wieder</translation>
    </message>
</context>
</TS>
