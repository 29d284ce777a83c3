"""Tests of the benchmarks and of the training scripts."""
