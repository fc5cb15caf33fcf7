"""What people look at after a linkage: doubtful pairs and clusters that hang by one link.

Belongs here: finding and ranking them. Does not belong here: the queue that asks (the room `review`).
"""
