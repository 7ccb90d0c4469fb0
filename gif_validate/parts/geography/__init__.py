"""Coordinates, meshes, spatial ids (GIF DS-444)."""
