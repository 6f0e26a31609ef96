"""The parts of tools/make_employer.py."""
