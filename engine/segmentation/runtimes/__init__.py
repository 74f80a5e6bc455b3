"""OpenVINO and Paddle Inference behind one interface."""
