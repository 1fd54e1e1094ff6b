"""How many faults the check of files finds, and how often it warns of files that have none.

Clean files are made of the real and the example data in every layout, one fault at a time is planted in them at
random, and the check must name its cell: `python -m tests.faults [plantings of each fault] [seed]`.
"""
