"""Made-up letters at the desk of a country, and two caseworkers whom nobody can log in as."""
