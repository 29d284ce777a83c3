"""How many sections of rendered pages get the aspect and the conditions that they have."""
