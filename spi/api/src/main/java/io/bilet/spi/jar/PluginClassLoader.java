package io.bilet.spi.jar;

import io.bilet.spi.Plugin;
import java.net.URL;
import java.net.URLClassLoader;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Loads the classes of one plugin. A plugin sees the JDK, the SPI and its own jar, and nothing of the host or of other
 * plugins. That is class visibility, not a sandbox.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String pluginId, URL jar) {
        super("plugin:" + pluginId, new URL[] {jar}, new SpiOnly());
    }

    /** Shows the SPI (and the annotations on it) of the host below the JDK. */
    private static final class SpiOnly extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final ClassLoader host = Plugin.class.getClassLoader();

        SpiOnly() {
            super("bilet-spi", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("io.bilet.spi.") || name.startsWith("org.apiguardian.api.")) {
                return host.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
