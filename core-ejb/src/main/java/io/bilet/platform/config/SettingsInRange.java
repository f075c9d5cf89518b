package io.bilet.platform.config;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at every setting with a range when the application starts, and ends the start with what is wrong. */
public class SettingsInRange implements Extension {

    private final List<Setting<?>> settings = new ArrayList<>();

    void note(@Observes ProcessInjectionPoint<?, ?> found) {
        Annotated place = found.getInjectionPoint().getAnnotated();
        Within range = place.getAnnotation(Within.class);
        if (range != null) {
            settings.add(Setting.of(place.getAnnotation(ConfigProperty.class), place.getBaseType(), range));
        }
    }

    void check(@Observes AfterDeploymentValidation end) {
        Config config = ConfigProvider.getConfig();
        for (Setting<?> setting : settings) {
            try {
                setting.read(config);
            } catch (IllegalStateException wrong) {
                end.addDeploymentProblem(wrong);
            }
        }
    }
}
