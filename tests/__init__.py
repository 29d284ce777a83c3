"""The tests, laid out as the code is; they read as its specification."""
