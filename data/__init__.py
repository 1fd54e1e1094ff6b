"""What is known: the model, the catalogue, the versioned store, the analysis of it, and the shipped data."""
