// Much of what a test of the server does is waiting: for a process to start, a page to come, a database. On two cores four at a time leave none of them idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
