package kollega.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Clients that call one after another until the time is over or the calls are used up. */
record Crowd(int port, int clients, Duration time, int most) {

    /** Calls a second, and how long they took. */
    record Pace(double perSecond, double median, double p99) {}

    /**
     * Lets them call.
     *
     * @param call the call of a number; each number is used once
     * @throws IOException if an answer is not a success: a measurement of refusals is worth nothing
     */
    Pace run(IntFunction<Connection.Call> call) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        List<Callable<long[]>> tasks = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            tasks.add(() -> client(call, next, end));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> all = threads.invokeAll(tasks);
            double seconds = (System.nanoTime() - began) / 1e9;
            List<long[]> taken = new ArrayList<>();
            for (Future<long[]> one : all) {
                taken.add(one.get());
            }
            long[] times = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            if (times.length == 0) {
                throw new IOException("No call was answered in time.");
            }
            return new Pace(times.length / seconds, at(times, 0.5), at(times, 0.99));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private long[] client(IntFunction<Connection.Call> calls, AtomicInteger next, long end)
            throws IOException {
        long[] times = new long[1024];
        int count = 0;
        try (Connection connection = new Connection(port)) {
            long before = System.nanoTime();
            for (int i = next.getAndIncrement();
                    i < most && before < end;
                    i = next.getAndIncrement()) {
                Connection.Call call = calls.apply(i);
                Connection.Answer answer = connection.send(call);
                if (answer.status() / 100 != 2) {
                    throw new IOException(
                            "%s %s was answered with %d: %s"
                                    .formatted(
                                            call.method(),
                                            call.path(),
                                            answer.status(),
                                            answer.body().lines().findFirst().orElse("")));
                }
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                long after = System.nanoTime();
                times[count++] = after - before;
                before = after;
            }
        }
        return Arrays.copyOf(times, count);
    }

    /** Milliseconds at this share of the sorted times. */
    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
