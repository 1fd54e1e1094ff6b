"""What the page of process goals is made of."""
