package io.bilet.intake.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Asks the budget for time at each block that is read. */
final class TimedStream extends FilterInputStream {

    private final ReadingBudget budget;

    TimedStream(InputStream content, ReadingBudget budget) {
        super(content);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        checkTime();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkTime();
        return super.read(target, offset, length);
    }

    private void checkTime() throws IOException {
        try {
            budget.checkTime();
        } catch (UnreadableMail e) {
            throw new OutOfTime(e);
        }
    }

    /** Carries the refusal through code that knows only {@link IOException}. */
    static final class OutOfTime extends IOException {

        private static final long serialVersionUID = 1L;

        private final UnreadableMail refusal;

        OutOfTime(UnreadableMail refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        UnreadableMail refusal() {
            return refusal;
        }
    }
}
