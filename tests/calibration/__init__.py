"""Fitting the difficulty models to people's ratings; run by hand, never by the tests."""
