"""What is particular to the Whoosh engine."""
