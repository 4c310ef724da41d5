"""Reading files that strangers made: bounded in size, refused with a reason when they are broken."""
