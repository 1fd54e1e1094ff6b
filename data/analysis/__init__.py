"""What the numbers allow to be said: pure functions from records to facts, sentences and views. Knows no screen."""
