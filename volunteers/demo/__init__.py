"""Made-up volunteers of every status, tasks, and two coordinators whom nobody can log in as."""
