package io.bilet.schedule;

import java.util.Arrays;

/** Ascending numbers without boxes. */
final class LongList {

    private long[] numbers = new long[512];
    private int size;

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

    /** Index of the first number that is at least {@code bound}; the size if none is. */
    int firstAtLeast(long bound) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
