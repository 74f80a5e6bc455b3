"""Models on disk: catalogue, download, library, deploy.yaml."""
