"""The only modules that talk to the outside: a process or the network."""
