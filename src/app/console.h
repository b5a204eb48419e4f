#pragma once

#include "app/commandline.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace finhub::app {

/// The composition root: builds the console from its parts and takes it down again in the opposite order.
class Console : public QObject {
    Q_OBJECT

public:
    explicit Console(CommandLine line);
    ~Console() override;

    /// Shows the window, and plays the walkthrough where one was asked for. False when the program cannot
    /// start; then `problem` says why in one sentence.
    bool start(QString& problem);

private:
    Result<QUrl> startSandbox();
    void beginSettings();
    bool addProfiles(QString& problem);
    bool startWalkthrough(QString& problem);

    struct Parts;
    CommandLine m_line;
    std::unique_ptr<Parts> m_parts;
};

} // namespace finhub::app
