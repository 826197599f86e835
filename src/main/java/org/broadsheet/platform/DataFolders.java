package org.broadsheet.platform;

import java.io.IOException;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands out the data folder that was locked at the start, or opens it where the application was started without its main class. */
class DataFolders {

    @Produces
    @Singleton
    DataFolder dataFolder(BroadsheetConfig config) throws IOException {
        var opened = Ground.folder();
        return opened.isPresent() ? opened.get() : DataFolder.open(config.dataDir());
    }
}
