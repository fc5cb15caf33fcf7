"""The real country: which bodies exist when, what they are called, who lies near whom, and what was published of it.

Belongs here: what the seeds say, and the copies of bodies of a repeated country. Does not belong here: any
collaboration.
"""
