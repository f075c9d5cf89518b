package io.bilet.schedule;

import java.util.Arrays;

/** Ascending numbers without boxes. */
final class LongList {

    private long[] numbers = new long[512];
    private int size;

    /** Where the buckets lie, each as wide as two to the power of {@code shift}, and the first index in each. */
    private long origin;

    private int shift;
    private int[] starts = {};

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return numbers[index];
    }

    long last() {
        return numbers[size - 1];
    }

    void setLast(long number) {
        numbers[size - 1] = number;
    }

    /** Makes it ready for being asked often; nothing is added or changed from then on. */
    void seal() {
        origin = size == 0 ? 0 : numbers[0];
        long spread = size == 0 ? 0 : last() - origin;
        shift = Long.SIZE - Long.numberOfLeadingZeros(spread / Math.max(1, size));
        starts = new int[(int) (spread >>> shift) + 2];
        int index = 0;
        for (int bucket = 0; bucket < starts.length; bucket++) {
            while (index < size && (numbers[index] - origin) >>> shift < bucket) {
                index++;
            }
            starts[bucket] = index;
        }
    }

    /**
     * Index of the first number that is at least {@code bound}; the size if none is. The numbers of a year lie evenly
     * enough that their bucket is as good as found.
     */
    int firstAtLeast(long bound) {
        if (size == 0 || bound > last()) {
            return size;
        }
        int index = bound <= origin ? 0 : starts[(int) ((bound - origin) >>> shift)];
        while (numbers[index] < bound) {
            index++;
        }
        return index;
    }
}
