"""Portrait segmentation: models, their preprocessing and the runtimes that run them."""
