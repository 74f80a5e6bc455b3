"""A C++ program that masks a picture."""
