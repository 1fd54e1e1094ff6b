"""The comparison page: regions side by side over time, and what does not compare."""
