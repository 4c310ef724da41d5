"""Where coordinators look after the volunteers of their countries, inside the admin."""
