"""How the built-in weights were made: distillation in PyTorch, whose parameters map one to one to Paddle's."""
