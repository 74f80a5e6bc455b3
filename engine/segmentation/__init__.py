"""Who is the person: models, their preprocessing and the runtimes that run them."""
