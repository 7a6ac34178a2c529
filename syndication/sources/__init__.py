"""Where copy comes from: each source yields Deliveries and acknowledges them when told."""
