"""The meeting: its agenda, how it is presented, and the files that are taken along."""
