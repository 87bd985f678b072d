"""What corrections teach: features, examples and the model that is applied to suggestions."""
