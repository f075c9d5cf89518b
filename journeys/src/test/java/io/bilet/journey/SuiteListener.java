package io.bilet.journey;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Has the database and the mail server running before Arquillian starts the first container. */
public final class SuiteListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Suite.current();
    }
}
