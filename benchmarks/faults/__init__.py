"""What a workspace is after kills, full disks and locked files, beside one that nothing happened to."""
