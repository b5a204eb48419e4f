#pragma once

#include "api/httpfinhub.h"
#include "app/knowncustomersfiles.h"
#include "app/mainwindow.h"
#include "documents/cachingdocumentservice.h"
#include "documents/workerrenderer.h"
#include "models/customertablemodel.h"
#include "review/notingfinhub.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

namespace finhub::benchmark {

/// The real window on a sandbox somewhere else, made as the program makes it, and used through its widgets.
class BenchmarkConsole {
public:
    explicit BenchmarkConsole(const QUrl& sandbox);

    /// Signs the officer in and waits for the first rows to be painted.
    void signIn();
    /// Does something and waits until `done`, then paints `widget` at once. Milliseconds; ends the program
    /// with a sentence when it takes longer than half a minute.
    double timed(const char* what, const std::function<void()>& action, const std::function<bool()>& done,
                 QWidget* widget);
    /// Lets everything that is under way come to its end.
    void settle();

    QTableView& table() const;
    models::CustomerTableModel& customers() const;
    /// Whether the page of list that is on the screen is there.
    bool hasRows() const;
    template <typename T = QWidget>
    T& find(const char* name) const
    {
        T* widget = window.findChild<T*>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return *widget;
    }

    QTemporaryDir folder;
    api::HttpFinHub client;
    app::KnownCustomersFiles knownFiles;
    review::KnownCustomers known;
    review::NotingFinHub finhub;
    documents::WorkerRenderer renderer;
    documents::CachingDocumentService documents;
    review::Outbox outbox;
    review::DecisionDesk desk;
    app::MainWindow window;
};

} // namespace finhub::benchmark
