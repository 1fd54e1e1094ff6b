"""Process goals: their way over the reporting rounds, what is stuck, where the work goes on, and what is alike."""
