print("transload")
