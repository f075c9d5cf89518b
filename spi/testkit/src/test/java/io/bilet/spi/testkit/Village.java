package io.bilet.spi.testkit;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;

/** A far end without any network that is up, down, strict or asleep, and an extension that may break one rule. */
abstract class Village implements FarEnd {

    private final String sabotage;
    private boolean down;
    private boolean strict;
    private volatile boolean asleep;

    Village(String sabotage) {
        this.sabotage = sabotage;
    }

    boolean breaks(String rule) {
        return sabotage.equals(rule);
    }

    /** Fails as the far end does, unless the rules that say so are broken. */
    void visit(String ruleOfDown, String ruleOfStrict, String ruleOfTime) throws FarEndUnavailable, FarEndRefused {
        while (asleep) {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                if (!breaks(ruleOfTime)) {
                    throw new FarEndUnavailable("It is asleep.", e);
                }
            }
        }
        if (down && !breaks(ruleOfDown)) {
            throw new FarEndUnavailable("It is down.");
        }
        if (strict && !breaks(ruleOfStrict)) {
            throw new FarEndRefused("The key does not fit any more.");
        }
        if (down || strict) {
            throw new IllegalStateException("Something else.");
        }
    }

    @Override
    public void goDown() {
        down = true;
    }

    @Override
    public void comeBack() {
        down = false;
        strict = false;
        asleep = false;
    }

    @Override
    public void refuseCredentials() {
        strict = true;
    }

    @Override
    public void hang() {
        asleep = true;
    }
}
