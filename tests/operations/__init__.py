"""The files that docs/operations.md hands out, held to the programs that read them."""
