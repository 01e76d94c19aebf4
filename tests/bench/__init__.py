"""Timings, printed and never tested."""
