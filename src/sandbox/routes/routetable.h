#pragma once

#include "sandbox/routes/route.h"

namespace finhub::sandbox {

/// All routes, one group a file. A new group adds a file with its rows and handlers and
/// one line in routeTable().
QList<Route> routeTable();

QList<Route> sessionRoutes();         // 2.1, 2.2, 2.5, 2.15
QList<Route> categoryRoutes();        // 2.3
QList<Route> registrationRoutes();    // 2.4
QList<Route> verificationRoutes();    // 2.6, 2.7
QList<Route> uploadRoutes();          // 2.8
QList<Route> decisionRoutes();        // 2.9
QList<Route> consentRoutes();         // 2.10
QList<Route> activationRoutes();      // 2.11, 2.12
QList<Route> webhookRoutes();         // 2.13, subscriptions
QList<Route> deliveryRoutes();        // 2.13, deliveries
QList<Route> consentTemplateRoutes(); // 2.14
QList<Route> extensionRoutes();       // 3
QList<Route> directoryRoutes();       // 3.1
QList<Route> caseReadRoutes();        // 3.2
QList<Route> contentRoutes();         // 3.3
QList<Route> timelineRoutes();        // 3.6
QList<Route> claimRoutes();           // 3.8
QList<Route> recommendationRoutes();  // 3.9
QList<Route> noteRoutes();            // 3.10

} // namespace finhub::sandbox
