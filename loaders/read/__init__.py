"""Read: the bytes of a file become sheets of cells, or a clear refusal."""
